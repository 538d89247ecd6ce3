/**
 * The ledger: every claim of the post, one line each, in our own words. A
 * slide names in its frontmatter the claims it carries; tests fail when a
 * claim is on no slide or a slide names one that is not here.
 */
import type { SectionId } from './components/sections'

export interface Claim {
  /** The part of the post it stands in. */
  section: SectionId
  /** The claim, with the author's own hedge. */
  says: string
}

export const claims = {
  'author-name': { section: 'opening', says: 'The account is by Zihan “Zenus” Wang, @wzenus, posted 28 December 2024.' },
  'author-bio': { section: 'opening', says: 'He works on reasoning agents, RL and efficiency at Northwestern; NVIDIA is next.' },
  'author-past': { section: 'opening', says: 'Earlier: Microsoft, Yutori, DeepSeek, UIUC NLP, RUC.' },
  'author-profile': { section: 'opening', says: 'On X since March 2022; 665 following, 23K followers, as captured.' },
  'author-impressed': { section: 'opening', says: 'DeepSeek has genuinely impressed him.' },
  'author-reports': { section: 'opening', says: 'That the lab’s reports are elegant and free of fluff does not surprise him.' },
  'author-innovation': { section: 'opening', says: 'He describes what he noticed, in his time there, of a place where real innovation grows.' },

  'talent-top': { section: 'talent', says: 'Recruiting looks for top people in China and worldwide.' },
  'talent-universities': { section: 'talent', says: 'Many are PhDs, graduates or undergraduates of China’s ten leading universities, Tsinghua and Peking among them.' },
  'talent-rounds': { section: 'talent', says: 'Hiring is minimal: his own took just a few interviews.' },
  'talent-want': { section: 'talent', says: 'First criterion: do you truly want to advance AI’s fundamental problems?' },
  'talent-can': { section: 'talent', says: 'Second criterion: can you, with one outstanding skill at least and the solid craft to finish?' },
  'talent-roles': { section: 'talent', says: 'Roles seem to be cut to fit the person, not the person to fit the role.' },
  'talent-ask': { section: 'talent', says: 'The question is basically what an exceptional person could contribute.' },
  'talent-mbti': { section: 'talent', says: 'It can turn out unusual: a hire who knows MBTI may end up on more personal, role-playing models.' },
  'talent-benefits': { section: 'talent', says: 'Benefits are top-tier for China, for interns too.' },
  'talent-attention': { section: 'talent', says: 'They let people think about work and worry less about material things.' },

  'people-scale': { section: 'people', says: 'The lab has about two hundred people.' },
  'people-unique': { section: 'people', says: 'He still feels everyone is unique; no standard part, no replaceable cog.' },
  'people-kpi': { section: 'people', says: 'There is no pressure and no forced KPI.' },
  'people-deadline': { section: 'people', says: 'He hardly feels a by-Thursday deadline from mentor, seniors or colleagues.' },
  'people-race': { section: 'people', says: 'The company tries its best to forbid racing inside.' },
  'people-orthogonal': { section: 'people', says: 'It is as if everyone brings an own, orthogonal idea to the final model and hopes it helps.' },
  'people-celebrate': { section: 'people', says: 'An idea proved useful is celebrated, and everyone is happy.' },

  'systems-directions': { section: 'systems', says: 'The range of talent directions is very diverse.' },
  'systems-experts': { section: 'systems', says: 'It resembles “expert specialization” in the lab’s mixture-of-experts models.' },
  'systems-ask': { section: 'systems', says: 'People do what they do best; asking beyond one’s own field is natural.' },
  'systems-help': { section: 'systems', says: 'Helping is not put off until one’s own work is done.' },
  'systems-pipeline': { section: 'systems', says: 'One basic pipeline is shared and works pretty well for everybody.' },
  'systems-docs': { section: 'systems', says: 'Additions come so well documented that a minute tells what changed and what it means for one’s own role.' },
  'systems-unaffected': { section: 'systems', says: 'Mostly it does not touch one’s work: things simply get better.' },
  'systems-baseline': { section: 'systems', says: 'To check an idea is basically to test it on the newest, simplified baseline.' },
  'systems-day': { section: 'systems', says: 'He strongly feels that a morning’s idea can have its verdict by the afternoon.' },
  'systems-friction': { section: 'systems', says: 'No approval, no hard limit on GPU use, little debugging, since the baseline is rigorously debugged.' },
  'systems-add': { section: 'systems', says: 'One just tries to add the idea seamlessly to the model.' },
  'systems-ablations': { section: 'systems', says: 'The start is reflective and rich in feedback, even if many ablations follow before the merge into the giant model.' },
  'systems-spontaneous': { section: 'systems', says: 'All this makes the organisation very friendly to spontaneous people.' },
  'systems-trust': { section: 'systems', says: 'Maybe that is why its technical path can be trusted although each release carries many improvements.' },
  'systems-disentangled': { section: 'systems', says: 'He values the disentangled organisation for fast, solid iterations from different angles.' },

  'diversity-parties': { section: 'diversity', says: 'The point is not really that every party has to be considered.' },
  'diversity-inclusion': { section: 'diversity', says: 'Inclusion gets attention, but it is not the biggest matter.' },
  'diversity-contribute': { section: 'diversity', says: 'The biggest is how people of diverse backgrounds can add to the model.' },
  'diversity-role': { section: 'diversity', says: 'Many of his colleagues are called 百晓生, know-it-alls: a role the company hires for.' },
  'diversity-knowledge': { section: 'diversity', says: 'The first idea of the role: a worldwide knowledge base of history, culture and science, to widen what AGI can do.' },
  'diversity-backgrounds': { section: 'diversity', says: 'Many AI developers there come from literature or the social sciences.' },
  'diversity-child': { section: 'diversity', says: 'They know few of the formulas, and could grasp training by the intuition of minding a small child.' },
  'diversity-lunch': { section: 'diversity', says: 'Lunch talk is fun: a palace drama, 甄嬛传, or how to come through a squid game.' },
  'diversity-effect': { section: 'diversity', says: 'He feels it feeds everyone’s efficiency and ideas, or at least leaves all happier and more focused after lunch.' },

  'closing-value': { section: 'closing', says: 'Solving challenges is fun and gives a sense of one’s own worth.' },
  'closing-which': { section: 'closing', says: 'It matters which challenge one faces; it could just be how to achieve AGI.' },
  'closing-worries': { section: 'closing', says: 'Then four worries that many have need not weigh much: already tried, someone faster, too simple, others paid more.' },
  'closing-try': { section: 'closing', says: 'Who cares about AGI could just try relentlessly what is really useful and put it into the model.' },

  'resources-interviews': { section: 'resources', says: 'The post names two interviews with the founder, Liang Wenfeng.' },
  'resources-ads': { section: 'resources', says: 'It names the company’s hiring ads.' },
  'resources-experience': { section: 'resources', says: 'It names his own experiences there.' },
} satisfies Record<string, Claim>

export type ClaimId = keyof typeof claims
