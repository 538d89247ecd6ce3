/** Where to read on. The post's own links were lost in its capture; the rest is the presenter's. */
export interface ReadingGroup {
  whose: string
  note?: string
  entries: readonly { title: string, about?: string, address?: string }[]
}

export const reading: readonly ReadingGroup[] = [
  { whose: 'The post', entries: [
    { title: 'x.com/wzenus/status/1872826641518395587', address: 'https://x.com/wzenus/status/1872826641518395587' },
  ] },
  { whose: 'It names', note: 'links were lost', entries: [
    { title: 'two interviews with Liang Wenfeng, the founder' },
    { title: 'the company’s hiring ads; his own experiences there' },
  ] },
  { whose: 'Ours', note: 'not the post’s', entries: [
    { title: '《疯狂的幻方：一家隐形AI巨头的大模型之路》', about: '暗涌Waves, 2023', address: 'https://36kr.com/p/2272896094586500' },
    { title: '《揭秘DeepSeek：一个更极致的中国技术理想主义故事》', about: '2024', address: 'https://36kr.com/p/2872793466982535' },
    { title: 'Deepseek: The Quiet Giant Leading China’s AI Race', about: 'in English', address: 'https://chinatalk.media/p/deepseek-ceo-interview-with-chinas' },
    { title: 'DeepSeekMoE', about: 'Dai et al., ACL 2024; Wang is not among its authors', address: 'https://arxiv.org/abs/2401.06066' },
  ] },
]
