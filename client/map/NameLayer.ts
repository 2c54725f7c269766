// Keeps the names of the map set as text objects and shows those that find room.
import type { GameObjects, Scene, Types } from 'phaser';
import type { MapGeometry } from './geometry.ts';
import { placeLabels, type LabelSurroundings } from './labels.ts';
import type { MapModel, Point } from './model.ts';
import { growthAt, namesOn, requestFor, type Name, type NamePlacing } from './names.ts';

interface SetName {
  name: Name;
  text: GameObjects.Text;
  size: Point;
}

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

  arrange(toScreen: (at: Point) => Point, { zoom, scale, isLand, placeOf, ...surroundings }: NamePlacing & LabelSurroundings): void {
    const about = { zoom, scale, isLand, placeOf };
    const requests = new Map(this.names.flatMap(({ name, size }) => {
      const request = requestFor(name, size, toScreen, about);
      return request ? [[name.key, request] as const] : [];
    }));
    const placed = placeLabels([...requests.values()], surroundings);
    for (const { name, text } of this.names) {
      const at = placed.get(name.key);
      text.setVisible(at !== undefined);
      if (!at) continue;
      const { width, height } = requests.get(name.key)!;
      if (name.stands === 'near') text.setScale(growthAt(scale)).setPosition(at[0] + width / 2, at[1] + height / 2);
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
