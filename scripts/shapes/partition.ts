/** Cells in pieces, at making time only: merged, then handed to and fro until no two pieces agree. */
import { joined, pointOf, type Cells } from './cells'
import { area } from '../../components/shapes/polygon'
import { silhouette, unlikeness, type Silhouette } from './silhouette'

/** What a piece's area may be, in mean areas; the tests allow a little more. */
const [SMALLEST, LARGEST] = [0.45, 1.9]
/** A little worse is taken now and then, so that a stuck pair gets out of its corner. */
const [OFTEN, WORSE] = [0.15, 0.03]

export class Partition {
  private readonly owner: number[]
  private readonly members: Map<number, number[]>
  private readonly silhouettes = new Map<number, Silhouette>()
  /** How unlike two pieces are, worked out anew only for those that a move has changed. */
  private readonly table = new Map<number, Map<number, number>>()
  private readonly pick = <T>(list: readonly T[]): T => list[Math.floor(this.random() * list.length)]!

  /** @param random a number from 0 to below 1 */
  constructor(private readonly cells: Cells, private readonly random: () => number) {
    this.owner = cells.outlines.map((_, i) => i)
    this.members = new Map(cells.outlines.map((_, i) => [i, [i]]))
  }

  /** The pieces' outlines, as keys of whole-numbered points. */
  get outlines(): string[][] {
    return [...this.members.values()].map(list => this.outlineOf(list)!)
  }

  /** The smallest piece joins one of its smallest neighbours, until there are as many as wanted. */
  merge(count: number): void {
    while (this.members.size > count) {
      const size = (piece: number) => this.areaOf(this.members.get(piece)!)
      const smallest = [...this.members.keys()].reduce((a, b) => size(b) < size(a) ? b : a)
      const own = this.members.get(smallest)!
      const hosts = this.besides(smallest).filter(piece => this.outlineOf([...this.members.get(piece)!, ...own]))
      const host = this.pick(hosts.sort((a, b) => size(a) - size(b)).slice(0, 3))
      this.give(host, [...this.members.get(host)!, ...own])
      this.members.delete(smallest)
    }
  }

  /**
   * Hands cells between neighbours until no two silhouettes are less unlike than `apart`, or hardly so.
   * @param mean area of a piece
   * @param rounds give up after this many
   * @returns how many rounds it took
   * @throws where the rounds do not suffice
   */
  tellApart(apart: number, mean: number, rounds: number): number {
    for (const piece of this.members.keys())
      this.see(piece)
    for (const piece of this.members.keys())
      this.compare(piece, apart)
    const shortfall = (piece: number) => [...this.table.get(piece)!.values()]
      .reduce((sum, value) => sum + Math.max(0, apart * 1.02 - value), 0)
    const misfit = (piece: number) => {
      const size = this.areaOf(this.members.get(piece)!) / mean
      return size > SMALLEST && size < LARGEST ? 0 : 1
    }
    const fault = (piece: number) => shortfall(piece) + misfit(piece)
    for (let round = 1; round <= rounds; round++) {
      const bad = [...this.members.keys()].filter(piece => fault(piece) > 0)
      for (const piece of bad) {
        const other = this.pick(this.besides(piece))
        if (this.random() < 0.5) this.tryMove(piece, other, apart, fault)
        else this.tryMove(other, piece, apart, fault)
      }
      // A neighbour may have come to stand a little under the bar; the tests have their own, lower.
      if (!bad.some(piece => fault(piece) > 0))
        return round
    }
    throw new Error(`Some pieces are alike after ${rounds} rounds: try another seed, or a lower bar than ${apart}.`)
  }

  /** Hands a cell from one piece to another; takes it back where the two stand no better for it. */
  private tryMove(from: number, to: number, apart: number, fault: (piece: number) => number): void {
    const [giver, taker] = [this.members.get(from)!, this.members.get(to)!]
    const cell = this.pick(giver.filter(c => this.cells.neighbours[c]!.some(n => this.owner[n] === to)))
    const [left, grown] = [giver.filter(c => c !== cell), [...taker, cell]]
    if (!left.length || !this.outlineOf(left) || !this.outlineOf(grown))
      return
    const before = fault(from) + fault(to)
    const put = (a: number[], b: number[]) => {
      this.give(from, a)
      this.give(to, b)
      this.see(from)
      this.see(to)
      this.compare(from, apart)
      this.compare(to, apart)
    }
    put(left, grown)
    if (fault(from) + fault(to) > before + (this.random() < OFTEN ? WORSE : 0))
      put(giver, taker)
  }

  private give(piece: number, list: number[]): void {
    this.members.set(piece, list)
    for (const cell of list)
      this.owner[cell] = piece
  }

  private see(piece: number): void {
    this.silhouettes.set(piece, silhouette(this.outlineOf(this.members.get(piece)!)!.map(pointOf)))
  }

  /** Holds a piece's silhouette against all others'. */
  private compare(piece: number, apart: number): void {
    const own = this.silhouettes.get(piece)!
    const others = [...this.silhouettes].filter(([other]) => other !== piece)
    const row = new Map(others.map(([other, its]) => [other, unlikeness(own, its, apart * 1.1)]))
    this.table.set(piece, row)
    for (const [other, value] of row)
      this.table.get(other)?.set(piece, value)
  }

  private readonly areaOf = (list: readonly number[]) =>
    list.reduce((sum, cell) => sum + area(this.cells.outlines[cell]!), 0)

  private readonly outlineOf = (list: readonly number[]) => joined(list.map(cell => this.cells.outlines[cell]!))
  private readonly besides = (piece: number) => {
    const beside = this.members.get(piece)!.flatMap(cell => this.cells.neighbours[cell]!)
    return [...new Set(beside.map(cell => this.owner[cell]!))].filter(owner => owner !== piece)
  }
}
