import { expect, it } from 'vitest'
import { markArtifacts, roundNumbers } from '../pdf/artifacts'

it('text and shapes outside every tag become artifacts, what a tag holds stays', () => {
  expect(markArtifacts('/P <</MCID 0>> BDC\nBT\nET\nEMC\nBT\nET\n0 0 m\n1 1 l\nS')).toBe(
    '/P <</MCID 0>> BDC\nBT\nET\nEMC\n/Artifact BMC\nBT\nET\nEMC\n/Artifact BMC\n0 0 m\n1 1 l\nS\nEMC')
})

it('numbers of paths and places are shortened, matrices keep every digit', () => {
  expect(roundNumbers('.23999999 0 0 -.23999999 0 414 cm\n10.123456 -3.999999 l\n.123456 g\n<00AF> Tj'))
    .toBe('.23999999 0 0 -.23999999 0 414 cm\n10.12 -4 l\n0.1235 g\n<00AF> Tj')
})
