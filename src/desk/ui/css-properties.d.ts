import 'react';

/** Lets `style` carry custom properties, by which components hand numbers to CSS. */
declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
