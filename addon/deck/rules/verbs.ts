/**
 * Verbs in the forms that headlines use. A list and not a grammar: it cannot
 * be fooled by a plural ending in -s, and a new verb is one more word here.
 */
export const verbs: ReadonlySet<string> = new Set(`
  is are was were be has have had do does did can cannot could may might must should will would
  add adds arrive arrives ask asks begin begins bring brings build builds buy buys choose chooses come comes cut
  decide decides decided draw draws feel feels felt find finds fit fits get gets give gives go goes grasp grasps grow grows
  help helps hire hires hold holds keep keeps know knows lead leads learn learns let lets look looks lose loses
  make makes matter matters mean means meet meets merge merges need needs pay pays pick picks race races read reads
  run runs say says see seem seems serve serves share shares show shows solve solves specialise specialises
  start starts stay stays take takes tell tells test tests think thinks try tries trust trusts want wants work works
`.trim().split(/\s+/))
