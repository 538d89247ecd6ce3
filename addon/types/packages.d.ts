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

declare module 'selenium-webdriver' {
  export interface WebDriver {
    get: (address: string) => Promise<void>
    executeScript: <T>(script: string) => Promise<T>
    executeAsyncScript: <T>(script: string) => Promise<T>
    takeScreenshot: () => Promise<string>
    getWindowHandle: () => Promise<string>
    switchTo: () => { window: (handle: string) => Promise<void>, newWindow: (type: 'window' | 'tab') => Promise<void> }
    manage: () => { window: () => { setRect: (rect: { width: number, height: number }) => Promise<unknown> } }
    actions: () => { sendKeys: (...keys: string[]) => { perform: () => Promise<void> } }
    getCapabilities: () => Promise<{ getBrowserVersion: () => string | undefined }>
    close: () => Promise<void>
    quit: () => Promise<void>
  }
  export class Capabilities {
    constructor(capabilities: object)
  }
  export class Builder {
    usingServer(address: string): this
    withCapabilities(capabilities: Capabilities): this
    build(): Promise<WebDriver>
  }
}
