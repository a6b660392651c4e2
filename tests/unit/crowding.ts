import { overlaps, type Box } from '../../src/scene/box.ts';
import { TYPES } from '../../src/scene/roles.ts';
import { FRAME_WIDTH, type Scene, type TextMark } from '../../src/scene/scene.ts';
import { textWidth } from '../../src/scene/text-width.ts';

/** Where the letters of a text stand. */
export function boxOf({ role, text, x, y, align }: TextMark): Box {
  const type = { tracking: 0, ...TYPES[role] };
  const width = textWidth(text, type.face, type.size, type.tracking);
  const shift = { start: width / 2, middle: 0, end: -width / 2 }[align];
  return { x: x + shift, y: y - type.size * 0.25, width, height: type.size };
}

/** Texts of a picture that overlap or leave its frame. */
export function crowding(scene: Scene): string[] {
  const texts = scene.groups
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.mark === 'text')
    .map((mark) => ({ mark, box: boxOf(mark) }));
  const found: string[] = [];
  const side = scene.frame === 'narrow' ? 20 : 0;
  texts.forEach(({ mark, box }, i) => {
    const out =
      box.x - box.width / 2 < side ||
      box.x + box.width / 2 > FRAME_WIDTH[scene.frame] - side ||
      box.y - box.height / 2 < 0 ||
      box.y + box.height / 2 > scene.height;
    if (out) found.push(`"${mark.text}" leaves the ${scene.frame} frame`);
    for (const other of texts.slice(i + 1))
      if (overlaps(box, other.box)) found.push(`"${mark.text}" and "${other.mark.text}" overlap`);
  });
  return found;
}
