/** WebKitGTK, whose layout code is Safari's, by WebDriver. */
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver'
import { Absent, type Engine, size, type Window } from './engine'

const keys: Record<string, string> = { ArrowRight: '\uE014', ArrowLeft: '\uE012', ArrowDown: '\uE015', ArrowUp: '\uE013', Home: '\uE011', End: '\uE010' }

/** WebKitGTK has no headless mode: without a screen it draws to a virtual one. */
function command(port: number): [string, string[]] {
  const driver = ['WebKitWebDriver', [`--port=${port}`]] as [string, string[]]
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    return driver
  if (spawnSync('xvfb-run', ['--help']).error)
    throw new Absent('WebKit has no screen to draw to: install xvfb (Debian: apt-get install xvfb).')
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', driver[0], ...driver[1]]]
}

const freePort = () => new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => done(port))
  })
})

/** Makes the page itself, not the window around it, as large as the others' pages. */
async function resize(driver: WebDriver): Promise<void> {
  await driver.manage().window().setRect(size)
  const inner = await driver.executeScript<typeof size>('return { width: innerWidth, height: innerHeight }')
  await driver.manage().window().setRect({ width: 2 * size.width - inner.width, height: 2 * size.height - inner.height })
}

/** @throws {Absent} where there is no WebKitWebDriver */
export async function webkit(): Promise<Engine> {
  if (spawnSync('WebKitWebDriver', ['--help']).error)
    throw new Absent('WebKit is not here: install its driver (Debian: apt-get install webkit2gtk-driver).')
  const port = await freePort()
  const [program, args] = command(port)
  const service = spawn(program, args, { stdio: 'ignore', detached: true, env: { ...process.env, XENVIRONMENT: join(import.meta.dirname, 'unhinted.Xresources') } })
  const stop = () => process.kill(-service.pid!)
  const address = `http://127.0.0.1:${port}`
  try {
    for (let tries = 0; ; tries++) {
      if (await fetch(`${address}/status`).then(answer => answer.ok, () => false))
        break
      if (tries > 50)
        throw new Error('WebKitWebDriver does not answer.')
      await wait(200)
    }
    const driver = await new Builder().usingServer(address).withCapabilities(new Capabilities({ browserName: 'MiniBrowser' })).build()
    const version = (await driver.getCapabilities()).getBrowserVersion() ?? ''
    // Only a window that is open opens others, and with the last one the session ends: the first is kept for that.
    const first = await driver.getWindowHandle()
    const open = async (): Promise<Window> => {
      await driver.switchTo().window(first)
      await driver.switchTo().newWindow('window')
      const handle = await driver.getWindowHandle()
      const here = () => driver.switchTo().window(handle)
      await resize(driver)
      return {
        goTo: async address => here().then(() => driver.get(address)),
        evaluate: async expression => here().then(() => driver.executeAsyncScript(`const done = arguments[0]; Promise.resolve(${expression}).then(done)`)),
        press: async key => here().then(() => driver.actions().sendKeys(keys[key] ?? key).perform()),
        picture: async () => here().then(() => driver.takeScreenshot()).then(base64 => Buffer.from(base64, 'base64')),
        close: async () => here().then(() => driver.close()),
      }
    }
    return { name: 'WebKitGTK', version, leavesSpaces: true, open, close: () => driver.quit().finally(stop) }
  }
  catch (error) {
    stop()
    throw error
  }
}
