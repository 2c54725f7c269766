// Keeps the signs on the map - capitals, cities, crises, packages - drawn, placed clear of one another, and found under a pointer.
import type { GameObjects, Scene } from 'phaser';
import type { MapGeometry } from './geometry.ts';
import { crisisBox, drawCapital, drawCity, drawCrisis, drawPackage, packageBox, type Mark, type Symbols } from './marks.ts';
import { sameSelection, type Box, type MapModel, type MapSelection, type Point } from './model.ts';
import { CAPITAL_GAP, CAPITAL_NAME, CRISIS_NAME, crisisGap } from './names.ts';
import { boxAt, freePlace, nameBeside } from './signs.ts';

interface Sign {
  id: string;
  selection: MapSelection;
  at: Point;
  image: GameObjects.Image;
  /** What it covers about its place on the screen. */
  box: Box;
  /** Room about its place that others leave to its name. */
  name: Box | null;
  /** Gives way to the signs before it. */
  yields: boolean;
  /** Shown from this zoom on, the opening view being 1. */
  from: number;
  place: Point;
  growth: number;
}

/** Packages are drawn smaller where the page has fewer pixels to its unit than this. */
const FULL_SIZE = 0.62;

export class MarkLayer {
  private readonly scene: Scene;
  private readonly geometry: MapGeometry;
  private readonly symbols: Symbols;
  private readonly ratio: number;
  private readonly depth: { marks: number; crises: number };
  private signs: Sign[] = [];

  constructor(scene: Scene, geometry: MapGeometry, symbols: Symbols, ratio: number, depth: { marks: number; crises: number }) {
    this.scene = scene;
    this.geometry = geometry;
    this.symbols = symbols;
    this.ratio = ratio;
    this.depth = depth;
  }

  setModel(model: MapModel, chosen: MapSelection): void {
    const old = new Set(this.signs.map(({ image }) => image.texture.key));
    for (const { image } of this.signs) image.destroy();
    this.signs = [];
    const you = model.countries.find((country) => country.you)?.id;
    for (const { id, name, kind, country, at } of this.geometry.places) {
      const own = country === you;
      if (kind === 'capital') this.add(id, null, at, `capital ${own}`, () => drawCapital(own, this.ratio), square(5), { name: nameBeside(name, CAPITAL_NAME, CAPITAL_GAP) });
      else this.add(id, null, at, 'city', () => drawCity(this.ratio), square(3), { from: 0.95 });
    }
    for (const crisis of model.crises) {
      const selection = { kind: 'crisis', id: crisis.id } as const;
      const isChosen = sameSelection(selection, chosen);
      const key = `crisis ${crisis.number} ${crisis.severity} ${isChosen}`;
      this.add(crisis.id, selection, crisis.at, key, () => drawCrisis(crisis, isChosen, this.ratio), crisisBox(crisis), { name: nameBeside(crisis.name, CRISIS_NAME, crisisGap(crisis)) });
    }
    for (const one of model.packages) {
      const selection = { kind: 'package', id: one.id } as const;
      const isChosen = sameSelection(selection, chosen);
      const key = `package ${one.domain} ${one.country} ${one.count} ${one.country === you} ${isChosen}`;
      this.add(one.id, selection, one.at, key, () => drawPackage(one, one.country === you, isChosen, this.symbols, this.ratio), packageBox(one), { yields: true });
    }
    for (const { image } of this.signs) old.delete(image.texture.key);
    for (const key of old) this.scene.textures.remove(key);
  }

  arrange(toScreen: (at: Point) => Point, isLand: (at: Point) => boolean, zoom: number, scale: number): void {
    const taken: Box[] = [];
    const growth = Math.min(1, Math.max(0.78, scale / FULL_SIZE));
    for (const sign of this.signs) {
      const at = toScreen(sign.at);
      sign.growth = sign.yields ? growth : 1;
      const [x, y] = sign.yields ? freePlace(at, sign.box, growth, taken, isLand) : at;
      sign.place = [this.snap(x), this.snap(y)];
      sign.image.setPosition(...sign.place).setScale(sign.growth / this.ratio).setVisible(zoom >= sign.from);
      taken.push(boxOf(sign), ...(sign.name ? [boxAt(sign.place, sign.name)] : []));
    }
  }

  boxes(): Box[] {
    return this.signs.filter(({ image }) => image.visible).map(boxOf);
  }

  placeOf(id: string): Point | null {
    return this.signs.find((sign) => sign.id === id)?.place ?? null;
  }

  under([x, y]: Point): MapSelection {
    const hit = this.signs.findLast((sign) => {
      const [left, top, right, bottom] = boxOf(sign);
      return sign.selection && x >= left && x <= right && y >= top && y <= bottom;
    });
    return hit?.selection ?? null;
  }

  private snap(value: number): number {
    return Math.round(value * this.ratio) / this.ratio;
  }

  private add(id: string, selection: MapSelection, at: Point, key: string, draw: () => Mark, box: Box, { yields = false, from = 0, name = null }: Partial<Pick<Sign, 'yields' | 'from' | 'name'>> = {}): void {
    const texture = `mark ${key}`;
    if (!this.scene.textures.exists(texture)) this.scene.textures.addCanvas(texture, draw().canvas);
    const image = this.scene.add.image(0, 0, texture).setScale(1 / this.ratio).setDepth(selection?.kind === 'crisis' ? this.depth.crises : this.depth.marks);
    this.signs.push({ id, selection, at, image, box, name, yields, from, place: [0, 0], growth: 1 });
  }
}

const square = (half: number): Box => [-half, -half, half, half];
const boxOf = ({ place, box, growth }: Sign): Box => boxAt(place, box, growth);
