// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { h, type Component, type FunctionalComponent } from 'vue'
import { loadDeck } from '../addon/deck/load'
import AuthorCard from '../components/AuthorCard.vue'
import ClosingReflection from '../components/ClosingReflection.vue'
import { told } from '../components/drawing/geometry'
import { questions } from '../components/figures/questions'
import RoutedQuestions from '../components/figures/RoutedQuestions.vue'
import TalkMap from '../components/figures/TalkMap.vue'
import TwoHundred from '../components/figures/TwoHundred.vue'
import type { Talk } from '../talk'

const deck = await loadDeck()

vi.mock('@slidev/client', () => ({
  get configs() { return deck.headmatter },
  useSlideContext: () => ({
    $nav: { value: { slides: deck.slides.map(({ no, frontmatter }) => ({ no, meta: { slide: { frontmatter } } })) } },
  }),
}))

/** Slidev prints every slide at this click (`CLICKS_MAX` in its client). */
const PRINT = 999999

const modules = import.meta.glob<{ default: Component }>('../components/{,figures/}*.vue', { eager: true })

/** Each component that stands on a slide, and that slide's clicks: 0 where it takes no step. */
const onSlides = deck.slides.flatMap(({ content, frontmatter }) => [...content.matchAll(/<([A-Z]\w*)([^>]*)/g)].map((found) => {
  const path = Object.keys(modules).find(file => file.endsWith(`/${found[1]}.vue`))
  if (!path)
    throw new Error(`<${found[1]}> is no file under components/.`)
  const clicks: number = found[2]!.includes(':step="$clicks"') ? frontmatter.clicks : 0
  return { name: found[1]!, component: modules[path]!.default, clicks }
}))

/** Slidev's own, as far as a figure needs it. */
const Link: FunctionalComponent<{ to: number }> = ({ to }, { slots }) => h('a', { href: `#/${to}` }, slots.default?.())
Link.props = ['to']

const at = (component: Component, step?: number) =>
  mount(component, { props: step === undefined ? {} : { step }, global: { components: { Link } } })

/** Not `html()`, which sets the markup in order first: twenty times slower. */
const drawn = ({ element }: { element: Element }) => element.outerHTML

/** What is said of each image: its text alternative. */
const alternatives = (component: Component, step?: number) =>
  at(component, step).findAll('svg[role=img]').map(svg => svg.attributes('aria-label')?.trim() ?? '')

let warned: MockInstance<typeof console.warn>
beforeEach(() => { warned = vi.spyOn(console, 'warn').mockImplementation(() => {}) })
afterEach(() => {
  const said = warned.mock.calls.map(call => String(call[0]))
  warned.mockRestore()
  expect(said).toEqual([])
})

describe.each(onSlides)('$name', ({ component, clicks }) => {
  it('draws something, and tells what it draws', () => {
    const wrapper = at(component, clicks ? 0 : undefined)
    expect(wrapper.text()).not.toBe('')
    for (const svg of wrapper.findAll('svg'))
      expect(svg.element.closest('[role=img], [aria-hidden=true]')).not.toBeNull()
    for (const alternative of alternatives(component, clicks ? 0 : undefined))
      expect(alternative).toMatch(/^.{30,}$/)
  })
})

describe.each(onSlides.filter(({ clicks }) => clicks))('$name, in $clicks clicks,', ({ component, clicks }) => {
  const steps = Array.from({ length: clicks + 1 }, (_, step) => step)

  it('changes with each, in picture and in words', () => {
    expect(new Set(steps.map(step => drawn(at(component, step)))).size).toBe(steps.length)
    expect(new Set(steps.map(step => alternatives(component, step).join())).size).toBe(steps.length)
  })

  it('stands final in print', () => {
    expect(drawn(at(component, PRINT))).toBe(drawn(at(component, clicks)))
  })

  it('shows the same after stepping forth and back as when opened there', async () => {
    const wrapper = at(component, 0)
    const opened = drawn(wrapper)
    for (const step of [...steps, ...steps.toReversed()])
      await wrapper.setProps({ step })
    expect(drawn(wrapper)).toBe(opened)
  })
})

describe('every figure', () => {
  it('stands on a slide', () => {
    const used = new Set(onSlides.map(({ name }) => name))
    const drawn = Object.keys(modules).filter(path => path.includes('/figures/')).map(path => path.replace(/^.*\/|\.vue$/g, ''))
    expect(drawn.length).toBeGreaterThan(10)
    expect(drawn.filter(name => !used.has(name))).toEqual([])
  })
})

describe('the author card', () => {
  const author: Talk['author'] = {
    name: 'Ada “the Countess” Lovelace',
    handle: '@ada',
    bio: ['Notes on an engine', 'Before: mathematics'],
    joined: 'May 1833',
    following: '12',
    followers: '3K',
    address: 'https://example.org/ada',
  }

  it('shows the data it is given, and only that', () => {
    const card = mount(AuthorCard, { props: { author } })
    for (const value of [author.name, author.handle, ...author.bio, author.joined, author.following, author.followers, 'profile as captured'])
      expect(card.text()).toContain(value)
    expect(card.get('a').attributes('href')).toBe(author.address)
    expect(card.text()).not.toContain('Wang')
  })

  it('has one shape for a portrait: the narrator’s', () => {
    const card = mount(AuthorCard, { props: { author } })
    expect(card.findAll('.paper-shape').map(shape => shape.classes('narrator'))).toEqual([true])
  })
})

describe('the closing reflection', () => {
  const scales = (step: number) => at(ClosingReflection, step).findAll('.worry').map(worry => Number(/scale\(([\d.]+)\)/.exec(worry.attributes('style')!)![1]))

  it('makes the worries small one by one, and none of them goes', () => {
    expect([1, 2, 3, 4, 5].map(step => scales(step).filter(scale => scale === Math.min(...scales(5))).length)).toEqual([0, 1, 2, 3, 4])
    expect(Math.min(...scales(0))).toBeGreaterThan(Math.max(...scales(1)))
    for (const step of [0, 5])
      expect(alternatives(ClosingReflection, step)[0]).toContain('Is someone else paid more?')
  })

  it('gives what attention a worry’s line loses to the line to the gap', () => {
    const widths = [1, 2, 3, 4, 5].map(step => at(ClosingReflection, step).findAll('.tie.ink').map(line => Number.parseFloat((line.element as SVGElement).style.strokeWidth)))
    for (const [i, [onward, ...ties]] of widths.entries()) {
      expect(ties.filter(width => width < 2)).toHaveLength(i)
      expect(onward).toBeGreaterThan(widths[i - 1]?.[0] ?? 0)
    }
  })

  it('brings the question after the worries, and his shape to the one gap last', () => {
    const [first, asked, last] = [0, 1, 5].map(step => alternatives(ClosingReflection, step)[0]!)
    expect(first).not.toContain('achieve AGI')
    expect(asked).toContain('How to achieve AGI?')
    expect(asked).not.toContain('really useful')
    expect(last).toContain('really useful')
  })
})

describe('the two hundred', () => {
  it('give way in one step', () => {
    const off = (step: number) => at(TwoHundred, step).findAll('.off').length
    expect([off(0), off(1)]).toEqual([1, 1])
    expect(at(TwoHundred, 1).findAll('.narrator')).toHaveLength(1)
  })
})

describe('the routed questions', () => {
  it('answer to a press, and say which question is routed and to whom', async () => {
    const figure = at(RoutedQuestions, 0)
    expect(figure.findAll('button').map(button => button.attributes('aria-pressed'))).toEqual(questions.map((_, i) => String(i === 0)))
    await figure.findAll('button')[2]!.trigger('click')
    expect(figure.emitted('pick')).toEqual([[2]])
    const [told] = alternatives(RoutedQuestions, 2)
    expect(told).toContain(questions[2]!.asks)
    expect(told).toContain(questions[2]!.goesTo)
  })
})

describe('the map', () => {
  it('links to the first slide of each section', () => {
    const first = (section: string) => deck.slides.find(({ frontmatter }) => frontmatter.section === section)!.no
    expect(at(TalkMap).findAll('a').map(link => link.attributes('href')))
      .toEqual(['talent', 'people', 'systems', 'diversity', 'closing'].map(section => `#/${first(section)}`))
  })
})

describe('a told alternative', () => {
  it('grows by a sentence a step, and no further than there are', () => {
    expect([-1, 0, 1, 9].map(step => told(step, ['One.', 'Two.']))).toEqual(['One.', 'One.', 'One. Two.', 'One. Two.'])
  })
})
