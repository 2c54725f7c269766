// Paints the page itself - sea, lands, patterns, borders, coasts, the chosen region - with Canvas2D, in page units under one transform.
import type { Land, Line, MapGeometry } from './geometry.ts';
import type { MapModel, MapSelection, Point } from './model.ts';
import { COAST_GLOW, LINES, OTHER_LAND, SEA, UNALIGNED, patternOf, swatchOf, type PatternName, type Swatch } from './palette.ts';
import type { View } from './view.ts';

export interface Canvas {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  /** Device pixels in one CSS pixel. */
  ratio: number;
  /** The part of the canvas beyond the screen's left and top edges, in CSS pixels. */
  margin: Point;
}

export class BasePainter {
  private readonly geometry: MapGeometry;
  private readonly shapes: { land: Land; path: Path2D }[];
  private readonly coast: Path2D;
  private readonly rivers: Path2D;
  private readonly grid: Path2D;
  private swatches = new Map<string, Swatch>();
  private inner = new Path2D();
  private outer = new Path2D();
  private perimeter = new Path2D();
  private own: Path2D | null = null;
  private patterns = new Map<string, CanvasPattern>();

  constructor(geometry: MapGeometry, size: Point) {
    this.geometry = geometry;
    this.shapes = geometry.lands.map((land) => ({ land, path: pathOf(land.areas.flatMap(({ outer, holes }) => [outer, ...holes]), true) }));
    this.coast = pathOf(geometry.coast(), false);
    this.rivers = pathOf(geometry.rivers, false);
    this.grid = gridOf(size);
  }

  /** Sorts borders anew, since they follow affiliations. */
  setModel({ countries }: MapModel): void {
    this.swatches = new Map(countries.map(({ id, affiliation }) => [id, swatchOf(affiliation)]));
    const swatch = (id: string): Swatch => this.swatches.get(id) ?? OTHER_LAND;
    const bloc = (s: Swatch): boolean => s !== OTHER_LAND && s !== UNALIGNED;
    this.outer = pathOf(this.geometry.borders((a, b) => swatch(a) === OTHER_LAND && swatch(b) === OTHER_LAND), false);
    this.inner = pathOf(this.geometry.borders((a, b) => swatch(a) !== OTHER_LAND && swatch(a) === swatch(b)), false);
    this.perimeter = pathOf(this.geometry.borders((a, b) => swatch(a) !== swatch(b) && (bloc(swatch(a)) || bloc(swatch(b)))), false);
    const you = countries.find((country) => country.you);
    this.own = this.shapes.find(({ land }) => land.id === you?.id)?.path ?? null;
  }

  /** Tinted waters are given by their ids. */
  paint({ context, width, height, ratio, margin }: Canvas, view: View, selection: MapSelection, tinted: string[]): void {
    const sky = context.createLinearGradient(0, 0, 0, height);
    sky.addColorStop(0, SEA.top);
    sky.addColorStop(1, SEA.bottom);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.setLineDash([]);
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);

    const place = new DOMMatrix([view.scale * ratio, 0, 0, view.scale * ratio, (view.x + margin[0]) * ratio, (view.y + margin[1]) * ratio]);
    context.setTransform(place);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    const stroke = (path: Path2D, colour: string, pixels: number): void => {
      context.strokeStyle = colour;
      context.lineWidth = pixels / view.scale;
      context.stroke(path);
    };

    stroke(this.grid, SEA.grid, 0.75);
    for (const { colour, width: glow } of COAST_GLOW) stroke(this.coast, colour, glow);
    for (const id of tinted) this.tintWater(context, id);
    for (const { land, path } of this.shapes) {
      const { fill, ink, pattern } = this.swatches.get(land.id) ?? OTHER_LAND;
      context.fillStyle = fill;
      context.fill(path, 'evenodd');
      const tile = this.patternTile(context, pattern, ink, ratio);
      if (!tile) continue;
      tile.setTransform(place.inverse());
      context.fillStyle = tile;
      context.fill(path, 'evenodd');
    }
    stroke(this.rivers, LINES.river.colour, LINES.river.width);
    stroke(this.outer, LINES.otherBorder.colour, LINES.otherBorder.width);
    stroke(this.inner, LINES.border.colour, LINES.border.width);
    stroke(this.perimeter, LINES.perimeter.colour, LINES.perimeter.width);
    stroke(this.coast, LINES.coast.colour, LINES.coast.width);
    const chosen = selection?.kind === 'country' && this.shapes.find(({ land }) => land.id === selection.id)?.path;
    if (this.own && this.own !== chosen) this.paintOwn(context, this.own, view.scale);
    if (chosen) {
      stroke(chosen, LINES.chosenCasing.colour, LINES.chosenCasing.width);
      stroke(chosen, LINES.chosen.colour, LINES.chosen.width);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /** A band along the inside of the viewer's own shore: clipping keeps it off the sea and off the neighbours. */
  private paintOwn(context: CanvasRenderingContext2D, path: Path2D, scale: number): void {
    context.save();
    context.clip(path, 'evenodd');
    context.strokeStyle = LINES.chosen.colour;
    context.globalAlpha = LINES.own.alpha;
    context.lineWidth = (LINES.own.width * 2) / scale;
    context.stroke(path);
    context.restore();
  }

  /** Waters have no shores of their own: a chosen one is tinted about its name. */
  private tintWater(context: CanvasRenderingContext2D, id: string): void {
    const water = this.geometry.waters.find((one) => one.id === id);
    if (!water) return;
    const glow = context.createRadialGradient(0, 0, 0, 0, 0, water.reach);
    for (const [share, colour] of SEA.chosen) glow.addColorStop(share, colour);
    context.save();
    context.translate(...water.at);
    context.rotate((water.angle * Math.PI) / 180);
    context.scale(1.1, 0.72);
    context.fillStyle = glow;
    context.fillRect(-water.reach, -water.reach, water.reach * 2, water.reach * 2);
    context.restore();
  }

  private patternTile(context: CanvasRenderingContext2D, name: PatternName, ink: string, ratio: number): CanvasPattern | null {
    const pattern = patternOf(name);
    if (!pattern) return null;
    const key = `${name} ${ink} ${ratio}`;
    const known = this.patterns.get(key);
    if (known) return known;
    const tile = document.createElement('canvas');
    tile.width = tile.height = Math.round(pattern.size * ratio);
    const brush = tile.getContext('2d')!;
    brush.scale(tile.width / pattern.size, tile.height / pattern.size);
    brush.globalAlpha = pattern.alpha;
    brush.fillStyle = brush.strokeStyle = ink;
    brush.lineWidth = pattern.width ?? 1;
    if (pattern.fill) brush.fill(new Path2D(pattern.fill));
    if (pattern.stroke) brush.stroke(new Path2D(pattern.stroke));
    const made = context.createPattern(tile, 'repeat')!;
    this.patterns.set(key, made);
    return made;
  }
}

function pathOf(lines: Line[], close: boolean): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    line.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (close) path.closePath();
  }
  return path;
}

/** Meridians and parallels of a cone above the page: they tell the eye that this is a map. */
function gridOf([width, height]: Point): Path2D {
  const path = new Path2D();
  const apex: Point = [width / 2, -height * 2.4];
  const [near, far] = [height * 1.9, height * 4.2];
  for (let angle = -36; angle <= 36; angle += 4) {
    const turn = ((90 + angle) * Math.PI) / 180;
    path.moveTo(apex[0] + near * Math.cos(turn), apex[1] + near * Math.sin(turn));
    path.lineTo(apex[0] + far * Math.cos(turn), apex[1] + far * Math.sin(turn));
  }
  for (let radius = near; radius <= far; radius += height * 0.18) {
    path.moveTo(apex[0] + radius * Math.cos(0.9), apex[1] + radius * Math.sin(0.9));
    path.arc(apex[0], apex[1], radius, 0.9, Math.PI - 0.9);
  }
  return path;
}
