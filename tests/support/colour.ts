/** How far apart two colours look, to whoever sees them: OKLab; colour-vision deficiency by Machado et al. 2009. */
type Triple = [number, number, number]
type Matrix = [Triple, Triple, Triple]

/** Full severity, on linear RGB. */
const visions = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} satisfies Record<string, Matrix>
export type Vision = keyof typeof visions
export const everyVision = Object.keys(visions) as Vision[]

const times = (matrix: Matrix, v: Triple) => matrix.map(row => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple
const linear = (value: number) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

function oklab(rgb: Triple): Triple {
  const cones = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005]], rgb)
  return times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766]], cones.map(Math.cbrt) as Triple)
}

/** @param a @param b red, green and blue, 0 to 1 @returns 0 for the same, 1 for black and white */
export function apart(a: readonly number[], b: readonly number[], vision: Vision = 'normal'): number {
  const [x, y] = [a, b].map((rgb) => {
    const seen = times(visions[vision], rgb.slice(0, 3).map(linear) as Triple)
    return oklab(seen.map(value => Math.min(1, Math.max(0, value))) as Triple)
  }) as [Triple, Triple]
  return Math.hypot(...x.map((value, i) => value - y[i]!))
}
