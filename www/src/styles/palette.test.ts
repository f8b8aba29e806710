import { describe, expect, it } from 'vitest';
import { type ColourName, DARK, LIGHT, type Oklch, type Palette } from './palette.ts';

// OKLCH → linear sRGB, https://bottosson.github.io/posts/oklab/
function linear([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

function luminance(colour: Oklch): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const GROUNDS: readonly ColourName[] = ['page', 'surface', 'sunken'];
const TEXTS: readonly ColourName[] = ['text', 'muted', 'accent', 'bad', 'warn', 'good'];
const marksOf = (palette: Palette) =>
  Object.entries(palette).filter(([name]) =>
    /^(tier|growing|loyal|care|slipping|lost)-\d$/.test(name),
  );

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s', (_, palette) => {
  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('text on the accent can be read', () => {
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...marksOf(palette), ['control', palette.control] as const])(
    '%s can be seen',
    (_name, colour) => {
      expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3);
    },
  );

  it('tiers keep their order in greyscale', () => {
    const shades = ([1, 2, 3, 4, 5] as const).map((step) => luminance(palette[`tier-${step}`]));
    const sorted = [...shades].sort((x, y) => (palette === LIGHT ? x - y : y - x));
    expect(shades).toEqual(sorted);
    expect(contrast(palette['tier-1'], palette['tier-5'])).toBeGreaterThan(2.5);
  });
});
