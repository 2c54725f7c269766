// The one scene of the map: holds the view, bakes the page when the view settles, and keeps everything above it in place.
import { Scale, Scene, type GameObjects, type Textures } from 'phaser';
import { BasePainter } from './base.ts';
import { boxCentre, clipBox, type Land, type Line, type MapGeometry } from './geometry.ts';
import { readInput } from './input.ts';
import { drawLinks, drawMotion, routeLinks, type Route } from './links.ts';
import { MarkLayer } from './MarkLayer.ts';
import type { Symbols } from './marks.ts';
import { sameSelection, type Box, type MapModel, type MapSelection, type Point } from './model.ts';
import { NameLayer } from './NameLayer.ts';
import { centred, between, fit, limitsFor, openingFor, sameView, toPage, toScreen, within, zoomAbout, type Limits, type View } from './view.ts';

export interface SceneOptions {
  geometry: MapGeometry;
  symbols: Symbols;
  model: MapModel;
  ratio: number;
  still: boolean;
  on: { select(selection: MapSelection): void; hover(selection: MapSelection): void };
  /** Cards that lie over the map, in pixels from its corner: names keep clear of them. */
  covered(): Box[];
}

/** The baked page is larger than the screen by this share on each side, so that a drag shows no edge. */
const MARGIN = 0.2;
/** Land runs on beyond the frame by somewhat more than this. */
const BEYOND = 380;
const SETTLED_AFTER = 120;
const FLIGHT = 450;
const CYCLE = 2600;
/** From one frame to the next where nothing moves but the pulse of crises and links, in milliseconds. */
const BEAT = 40;
const HOVER_RING = 27;
const DEPTH = { base: 0, hover: 1, links: 2, motion: 3, marks: 4, names: 5, crises: 6 } as const;

export class MapScene extends Scene {
  private readonly options: SceneOptions;
  private model: MapModel;
  private readonly painter: BasePainter;
  private view: View = { scale: 1, x: 0, y: 0 };
  private baked: View = { scale: 1, x: 0, y: 0 };
  private opening: View = { scale: 1, x: 0, y: 0 };
  private limits: Limits = { least: 1, most: 1, bounds: [0, 0, 1, 1] };
  private screen: Point = [1, 1];
  private selection: MapSelection = null;
  private hovered: MapSelection = null;
  private hoveredBy: 'pointer' | 'keyboard' = 'pointer';
  private texture!: Textures.CanvasTexture;
  private base!: GameObjects.Image;
  private hoverLines!: GameObjects.Graphics;
  private linkLines!: GameObjects.Graphics;
  private motion!: GameObjects.Graphics;
  private marks!: MarkLayer;
  private names!: NameLayer;
  private routes: Route[] = [];
  private settling = 0;
  private flight: { from: View; to: View; start: number } | null = null;
  private framesWanted = 3;
  private beat = 0;
  private shown = true;
  private stopInput: () => void = () => undefined;

  constructor(options: SceneOptions) {
    super('map');
    this.options = options;
    this.model = options.model;
    this.painter = new BasePainter(options.geometry, options.model.size);
  }

  create(): void {
    this.cameras.main.setOrigin(0, 0);
    this.texture = this.textures.createCanvas('page', 8, 8)!;
    this.base = this.add.image(0, 0, 'page').setOrigin(0).setDepth(DEPTH.base);
    this.hoverLines = this.add.graphics().setDepth(DEPTH.hover);
    this.linkLines = this.add.graphics().setDepth(DEPTH.links);
    this.motion = this.add.graphics().setDepth(DEPTH.motion);
    this.marks = new MarkLayer(this, this.options.geometry, this.options.symbols, this.options.ratio, { marks: DEPTH.marks, crises: DEPTH.crises });
    this.names = new NameLayer(this, this.options.ratio, DEPTH.names);
    this.scale.on(Scale.Events.RESIZE, this.resized, this);
    this.game.events.on('postrender', this.rest, this);
    this.stopInput = readInput(this.game.canvas, {
      pan: (dx, dy) => { this.flight = null; this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy }); },
      zoom: (at, factor) => { this.flight = null; this.look(zoomAbout(this.view, at, factor, this.limits)); },
      hover: (at) => this.hover(at && this.under(at)),
      press: (at) => this.options.on.select(this.under(at)),
    });
    this.resized();
    this.setModel(this.model);
  }

  override update(time: number): void {
    if (this.flight) {
      const share = Math.min(1, (time - (this.flight.start ||= time)) / FLIGHT);
      const { from, to } = this.flight;
      if (share === 1) this.flight = null;
      this.look(between(from, to, share * share * (3 - 2 * share)));
    }
    if (this.moving) drawMotion(this.motion, this.routes, this.model.crises, (at) => this.toScreen(at), (time % CYCLE) / CYCLE);
  }

  setModel(model: MapModel): void {
    const wasHome = sameView(this.view, this.opening);
    this.model = model;
    this.opening = this.openingView();
    if (wasHome) this.view = this.opening;
    this.painter.setModel(model);
    this.marks.setModel(model, this.selection);
    this.names.setModel(this.options.geometry, model);
    this.bake();
    this.arrange();
  }

  setSelection(selection: MapSelection): void {
    if (sameSelection(selection, this.selection)) return;
    this.selection = selection;
    this.marks.setModel(this.model, selection);
    this.bake();
    this.arrange();
  }

  /** Shows what the pointer or the keyboard is on. */
  hover(selection: MapSelection, by: 'pointer' | 'keyboard' = 'pointer'): void {
    if (sameSelection(selection, this.hovered)) return;
    const tinted = this.tintedWaters().join();
    this.hovered = selection;
    this.hoveredBy = by;
    if (tinted !== this.tintedWaters().join()) this.bake();
    this.game.canvas.style.cursor = selection && selection.kind !== 'water' ? 'pointer' : '';
    if (by === 'pointer') this.options.on.hover(selection);
    this.drawHover();
    this.wake();
  }

  focusOn(selection: MapSelection): void {
    const target = selection && this.frameOf(selection);
    if (target) this.fly(target);
  }

  zoomBy(factor: number): void {
    this.fly(zoomAbout(this.flight?.to ?? this.view, [this.screen[0] / 2, this.screen[1] / 2], factor, this.limits));
  }

  goHome(): void {
    this.fly(this.opening);
  }

  /** Where something stands, in CSS pixels from the corner of the canvas. */
  pointOf(id: string): Point | null {
    const water = this.options.geometry.waters.find((one) => one.id === id);
    const at = this.marks.placeOf(id) ?? (water ? this.toScreen(water.at) : null);
    if (at) return at;
    const land = this.options.geometry.lands.find((one) => one.id === id);
    return land ? this.toScreen(land.label) : null;
  }

  state(): { selected: MapSelection; hovered: MapSelection; view: View; moving: boolean; asleep: boolean } {
    return { selected: this.selection, hovered: this.hovered, view: { ...this.view }, moving: this.moving, asleep: !this.game.loop.running };
  }

  wake(): void {
    this.framesWanted = 3;
    if (!this.game.loop.running) this.game.loop.wake(true);
  }

  /** Listens to nothing any more. The game ends later, with its next frame, and until then the window may still change its size. */
  close(): void {
    this.stopInput();
    clearTimeout(this.settling);
    clearTimeout(this.beat);
    this.scale.off(Scale.Events.RESIZE, this.resized, this);
    this.game.events.off('postrender', this.rest, this);
  }

  /** A map that is not on the screen has nothing to move for. */
  setShown(shown: boolean): void {
    this.shown = shown;
    this.wake();
  }

  private get moving(): boolean {
    return this.shown && !this.options.still && (this.routes.length > 0 || this.model.crises.length > 0);
  }

  private rest(): void {
    if (this.flight || --this.framesWanted > 0) return;
    this.game.loop.sleep();
    clearTimeout(this.beat);
    if (this.moving) this.beat = window.setTimeout(() => this.game.loop.wake(true), BEAT);
  }

  private toScreen(at: Point): Point {
    return toScreen(this.view, at);
  }

  private under(at: Point): MapSelection {
    const mark = this.marks.under(at);
    if (mark) return mark;
    const place = toPage(this.view, at);
    const land = this.options.geometry.landAt(place);
    if (land) return this.model.countries.some(({ id }) => id === land.id) ? { kind: 'country', id: land.id } : null;
    const water = this.options.geometry.waterAt(place);
    return water && { kind: 'water', id: water.id };
  }

  private resized(): void {
    const { ratio } = this.options;
    const { width, height } = this.scale.gameSize;
    const screen: Point = [width / ratio, height / ratio];
    // It is told as well when the canvas has only moved, as it does when something above it grows.
    if (screen[0] === this.screen[0] && screen[1] === this.screen[1]) return;
    this.cameras.main.setSize(width, height).setZoom(ratio);
    const wasHome = sameView(this.view, this.opening);
    const middle = toPage(this.view, [this.screen[0] / 2, this.screen[1] / 2]);
    const nearer = this.view.scale / this.opening.scale;
    this.screen = screen;
    const [pageWidth, pageHeight] = this.model.size;
    const bounds: Box = [-BEYOND, -BEYOND, pageWidth + BEYOND, pageHeight + BEYOND];
    this.limits = limitsFor(this.model.home, bounds, this.screen);
    this.opening = this.openingView();
    this.view = wasHome ? this.opening : within(centred(middle, this.opening.scale * nearer, this.screen), this.limits, this.screen);
    this.texture.setSize(Math.ceil(this.screen[0] * (1 + 2 * MARGIN) * ratio), Math.ceil(this.screen[1] * (1 + 2 * MARGIN) * ratio));
    this.base.setTexture('page');
    this.bake();
    this.arrange();
  }

  private openingView(): View {
    return openingFor(this.model.home, this.model.crises.map(({ at }) => at), this.limits, this.screen);
  }

  private look(view: View): void {
    this.view = within(view, this.limits, this.screen);
    this.arrange();
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => { this.bake(); this.arrange(); }, SETTLED_AFTER);
  }

  private fly(to: View): void {
    const target = within(to, this.limits, this.screen);
    if (this.options.still) return this.look(target);
    this.flight = { from: { ...this.view }, to: target, start: 0 };
    this.wake();
  }

  private frameOf({ kind, id }: NonNullable<MapSelection>): View | null {
    const { geometry } = this.options;
    if (kind === 'country') {
      const land = geometry.lands.find((one) => one.id === id);
      return land ? this.viewOfLand(land) : null;
    }
    const water = geometry.waters.find((one) => one.id === id);
    if (kind === 'water' && water) {
      const [x, y] = water.at;
      return fit([x - water.reach, y - water.reach, x + water.reach, y + water.reach], this.screen, 0.9);
    }
    const at = [...this.model.crises, ...this.model.packages].find((one) => one.id === id)?.at;
    return at ? centred(at, this.opening.scale * 2, this.screen) : null;
  }

  private viewOfLand(land: Land): View {
    const [width, height] = this.model.size;
    const box = clipBox(land.box, [0, 0, width, height]);
    const view = fit(box, this.screen, 0.72);
    return view.scale > this.opening.scale * 3 ? centred(boxCentre(box), this.opening.scale * 3, this.screen) : view;
  }

  /** The pointer is nearly always over some water: only the keyboard and a choice tint one. */
  private tintedWaters(): string[] {
    const shown = this.hoveredBy === 'keyboard' ? [this.selection, this.hovered] : [this.selection];
    return [...new Set(shown.flatMap((one) => (one?.kind === 'water' ? [one.id] : [])))];
  }

  private bake(): void {
    const margin: Point = [this.screen[0] * MARGIN, this.screen[1] * MARGIN];
    const { width, height } = this.texture;
    this.baked = { ...this.view };
    this.painter.paint({ context: this.texture.getContext(), width, height, ratio: this.options.ratio, margin }, this.view, this.selection, this.tintedWaters());
    this.texture.refresh();
    this.wake();
  }

  /** Puts everything where the view wants it. */
  arrange(): void {
    const { view, baked, screen, options } = this;
    const stretch = view.scale / baked.scale;
    this.base
      .setPosition(view.x - (baked.x + screen[0] * MARGIN) * stretch, view.y - (baked.y + screen[1] * MARGIN) * stretch)
      .setScale(stretch / options.ratio);
    if (this.marks && this.names) {
      const covered = options.covered();
      const toPixels = (at: Point): Point => this.toScreen(at);
      const isLand = (at: Point): boolean => options.geometry.landAt(toPage(view, at)) !== null;
      this.marks.arrange(toPixels, isLand, view.scale / this.opening.scale, view.scale);
      this.routes = routeLinks(this.model.links, options.geometry, toPixels);
      drawLinks(this.linkLines, this.routes);
      this.motion.clear();
      if (!this.moving) drawMotion(this.motion, [], this.model.crises, toPixels, null);
      this.names.arrange(toPixels, {
        zoom: view.scale / this.opening.scale,
        scale: view.scale,
        frame: [4, 4, screen[0] - 4, screen[1] - 4],
        obstacles: [...covered, ...this.marks.boxes()],
        lines: this.routes.flatMap(({ points }) => points),
        isLand,
        placeOf: (key) => this.marks.placeOf(key),
      });
      this.drawHover();
    }
    this.wake();
  }

  private drawHover(): void {
    const { hovered, hoverLines } = this;
    hoverLines.clear();
    if (!hovered || sameSelection(hovered, this.selection)) return;
    if (hovered.kind === 'country') {
      const land = this.options.geometry.lands.find(({ id }) => id === hovered.id);
      hoverLines.lineStyle(this.hoveredBy === 'pointer' ? 2 : 3.5, 0xffffff, 0.95);
      for (const { outer } of land?.areas ?? []) this.traceHover(outer);
      return;
    }
    const at = hovered.kind === 'water' ? null : this.pointOf(hovered.id);
    if (!at) return;
    for (const [width, colour] of [[6, 0xffffff], [2.4, 0x0b2e45]] as const) {
      hoverLines.lineStyle(width, colour, 1);
      hoverLines.strokeCircle(at[0], at[1], HOVER_RING);
    }
  }

  private traceHover(line: Line): void {
    this.hoverLines.beginPath();
    line.forEach((at, i) => {
      const [x, y] = this.toScreen(at);
      if (i === 0) this.hoverLines.moveTo(x, y);
      else this.hoverLines.lineTo(x, y);
    });
    this.hoverLines.closePath();
    this.hoverLines.strokePath();
  }
}
