// Keeps the names of the map set as text objects and shows those that find room.
import type { GameObjects, Scene, Types } from 'phaser';
import type { MapGeometry } from './geometry.ts';
import { aboutPoint, besidePoint, placeLabels, slopingParts, type LabelRequest, type LabelSurroundings } from './labels.ts';
import type { MapModel, Point } from './model.ts';
import { namesOn, type Name } from './names.ts';

export interface NameSurroundings extends LabelSurroundings {
  /** Relative to the opening view. */
  zoom: number;
  /** Pixels in one unit of the page. */
  scale: number;
  /** Whether a point of the screen is land, where no water's name may stand. */
  isLand(at: Point): boolean;
  /** Where a sign really stands, if it gave way. */
  placeOf(id: string): Point | null;
}

interface SetName {
  name: Name;
  text: GameObjects.Text;
  size: Point;
}

/** Names of waters grow and shrink with the page, and have the size they ask for at this many pixels to its unit. */
const FULL_SIZE = 0.8;
/** Empty rim inside a text object, so that halos are not cut. */
const PADDING = 4;

export class NameLayer {
  private readonly scene: Scene;
  private readonly ratio: number;
  private readonly depth: number;
  private names: SetName[] = [];

  constructor(scene: Scene, ratio: number, depth: number) {
    this.scene = scene;
    this.ratio = ratio;
    this.depth = depth;
  }

  setModel(geometry: MapGeometry, model: MapModel): void {
    const old = new Map(this.names.map((set) => [faceOf(set.name), set]));
    this.names = namesOn(geometry, model).map((name) => {
      const known = old.get(faceOf(name));
      old.delete(faceOf(name));
      return known ? { ...known, name } : this.set(name);
    });
    for (const { text } of old.values()) text.destroy();
  }

  arrange(toScreen: (at: Point) => Point, { zoom, scale, isLand, placeOf, ...surroundings }: NameSurroundings): void {
    const growth = Math.min(1.7, Math.max(0.7, (scale / FULL_SIZE) ** 0.7));
    const slopes = new Map(this.names.filter(({ name }) => name.stands === 'near').map(({ name, size: [width, height] }) =>
      [name.key, slopingParts([width * growth, height * growth], name.angle)]));
    const requests = this.names.flatMap(({ name, size }): LabelRequest[] => {
      const sloping = slopes.get(name.key);
      if (zoom < name.from || (name.breadth !== null && name.breadth * scale < size[0] * 0.8)) return [];
      const at = (name.stands === 'beside' && placeOf(name.key.slice(name.key.indexOf(' ') + 1))) || toScreen(name.at);
      const [width, height] = sloping?.size ?? size;
      const candidates: Record<Name['stands'], () => Point[]> = {
        about: () => [...aboutPoint(at, size, 34), ...besidePoint(at, size, 46)],
        beside: () => besidePoint(at, size, name.gap),
        near: () => aboutPoint(at, [width, height], name.wander * scale).filter(([x, y]) =>
          !sloping!.parts.some(([left, top, right, bottom]) => isLand([x + (left + right) / 2, y + (top + bottom) / 2]))),
      };
      return [{ key: name.key, priority: name.priority, width, height, candidates: candidates[name.stands](), ...(sloping && { parts: sloping.parts }) }];
    });
    const placed = placeLabels(requests, surroundings);
    for (const { name, text } of this.names) {
      const at = placed.get(name.key);
      const sloping = slopes.get(name.key);
      text.setVisible(at !== undefined);
      if (!at) continue;
      if (sloping) text.setScale(growth).setPosition(at[0] + sloping.size[0] / 2, at[1] + sloping.size[1] / 2);
      else text.setPosition(this.snap(at[0] - PADDING), this.snap(at[1] - PADDING + 1));
    }
  }

  private snap(value: number): number {
    return Math.round(value * this.ratio) / this.ratio;
  }

  private set(name: Name): SetName {
    const style: Types.GameObjects.Text.TextStyle = {
      fontFamily: name.font,
      fontSize: `${name.size}px`,
      fontStyle: name.style,
      color: name.colour,
      stroke: name.haloColour,
      strokeThickness: name.halo,
      letterSpacing: name.spacing,
      resolution: this.ratio,
      padding: { x: PADDING, y: PADDING },
    };
    const text = this.scene.add.text(0, 0, name.text, style).setDepth(this.depth).setVisible(false);
    const size: Point = [text.width - 2 * PADDING, text.height - 2 * PADDING - 2];
    return { name, size, text: name.stands === 'near' ? text.setOrigin(0.5).setAngle(name.angle) : text.setOrigin(0) };
  }
}

/** All that decides how a name looks: two names with the same face can share a text object over time. */
const faceOf = ({ key, text, font, size, style, colour, halo, haloColour, spacing, angle }: Name): string =>
  JSON.stringify([key, text, font, size, style, colour, halo, haloColour, spacing, angle]);
