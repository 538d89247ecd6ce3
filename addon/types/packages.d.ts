/** Packages that ship no types: the parts in use. */
declare module 'subset-font' {
  type Axis = number | { min: number, max: number }
  /** Gives the font cut down to the characters of `text`. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'woff2' | 'woff' | 'truetype', variationAxes?: Record<string, Axis>, keepFeatures?: string[] },
  ): Promise<Buffer>
}

declare module 'fontverter' {
  /** Gives the same font in another container. */
  export function convert(font: Uint8Array, to: 'truetype' | 'woff' | 'woff2'): Promise<Buffer>
}
