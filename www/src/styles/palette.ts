// Every colour as OKLCH, once for light and once for dark: the same hue at another lightness. Contrasts are tested beside this file.

/** Lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Colours by the name of their custom property, without `--_`. */
export type Palette = Readonly<Record<ColourName, Oklch>>;

export type ColourName = NeutralName | TierName | HealthName;

type NeutralName =
  | 'page'
  | 'surface'
  | 'sunken'
  | 'line'
  | 'control'
  | 'muted'
  | 'text'
  | 'accent'
  | 'on-accent'
  | 'bad'
  | 'warn'
  | 'good';

/** The best tier is 1: the darkest on white, the brightest on black. */
export type TierName = `tier-${1 | 2 | 3 | 4 | 5}`;

/** Three shades of each of the five hues of health. */
export type HealthName = `${HealthHue}-${1 | 2 | 3}`;
type HealthHue = 'growing' | 'loyal' | 'care' | 'slipping' | 'lost';

const HUE = 264;

/** On white. */
export const LIGHT: Palette = {
  page: [0.982, 0.003, HUE],
  surface: [1, 0, HUE],
  sunken: [0.962, 0.005, HUE],
  line: [0.905, 0.007, HUE],
  control: [0.65, 0.015, HUE],
  muted: [0.5, 0.018, HUE],
  text: [0.255, 0.018, HUE],
  accent: [0.5, 0.19, HUE],
  'on-accent': [1, 0, HUE],
  bad: [0.52, 0.19, 27],
  warn: [0.53, 0.12, 65],
  good: [0.5, 0.12, 155],

  'tier-1': [0.34, 0.14, HUE],
  'tier-2': [0.43, 0.17, HUE],
  'tier-3': [0.52, 0.16, 260],
  'tier-4': [0.59, 0.13, 256],
  'tier-5': [0.655, 0.1, 252],

  'growing-1': [0.5, 0.1, 168],
  'growing-2': [0.575, 0.11, 166],
  'growing-3': [0.645, 0.115, 164],
  'loyal-1': [0.38, 0.15, HUE],
  'loyal-2': [0.48, 0.17, 262],
  'loyal-3': [0.58, 0.14, 258],
  'care-1': [0.58, 0.12, 75],
  'care-2': [0.62, 0.125, 78],
  'care-3': [0.655, 0.13, 82],
  'slipping-1': [0.5, 0.17, 32],
  'slipping-2': [0.57, 0.18, 36],
  'slipping-3': [0.64, 0.165, 42],
  'lost-1': [0.42, 0.035, 310],
  'lost-2': [0.53, 0.035, 310],
  'lost-3': [0.63, 0.03, 310],
};

/** On near-black. */
export const DARK: Palette = {
  page: [0.185, 0.008, HUE],
  surface: [0.222, 0.01, HUE],
  sunken: [0.265, 0.012, HUE],
  line: [0.33, 0.014, HUE],
  control: [0.57, 0.02, HUE],
  muted: [0.72, 0.018, HUE],
  text: [0.93, 0.006, HUE],
  accent: [0.72, 0.135, HUE],
  'on-accent': [0.19, 0.03, HUE],
  bad: [0.72, 0.16, 25],
  warn: [0.79, 0.13, 75],
  good: [0.77, 0.13, 158],

  'tier-1': [0.91, 0.05, 255],
  'tier-2': [0.81, 0.1, 258],
  'tier-3': [0.72, 0.135, 261],
  'tier-4': [0.63, 0.15, HUE],
  'tier-5': [0.55, 0.15, HUE],

  'growing-1': [0.83, 0.11, 168],
  'growing-2': [0.74, 0.115, 168],
  'growing-3': [0.64, 0.105, 168],
  'loyal-1': [0.82, 0.09, 256],
  'loyal-2': [0.7, 0.14, 260],
  'loyal-3': [0.6, 0.15, HUE],
  'care-1': [0.84, 0.12, 85],
  'care-2': [0.76, 0.13, 80],
  'care-3': [0.68, 0.125, 76],
  'slipping-1': [0.73, 0.155, 38],
  'slipping-2': [0.66, 0.17, 35],
  'slipping-3': [0.59, 0.165, 32],
  'lost-1': [0.74, 0.03, 310],
  'lost-2': [0.64, 0.032, 310],
  'lost-3': [0.56, 0.034, 310],
};

/** The palette as declarations: `--_text: oklch(…);`. */
export function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(
      ([name, [lightness, chroma, hue]]) =>
        `--_${name}: ${publicly(name, `oklch(${lightness} ${chroma} ${hue})`)};`,
    )
    .join('\n');
}

// Only the accent may be set from outside by itself; tiers are set by their place in the scheme (see marks.ts).
function publicly(name: string, colour: string): string {
  return name === 'accent' ? `var(--ct-accent, ${colour})` : colour;
}
