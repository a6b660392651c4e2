import { FRAMES, type FrameName } from '../scene/scene.ts';
import type { Fault } from './kind.ts';

/** A frame that cannot be drawn, since its labels find no room; the first of both. @param scene draws a frame, or throws */
export function noRoom(scene: (frame: FrameName) => unknown): Fault[] {
  for (const frame of FRAMES)
    try {
      scene(frame);
    } catch (error) {
      const message = `${frame} frame: ${(error as Error).message}`;
      return [{ code: 'no-room', in: 'chart', path: ['events'], message }];
    }
  return [];
}
