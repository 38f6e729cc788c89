/** ln Γ(z) − ((z − ½)ln z − z + ½ ln 2π) for z ≥ 10: Stirling's series (Abramowitz and Stegun 6.1.41). */
export function stirlingCorrection(z: number): number {
  const w = 1 / (z * z);
  const tail = 1 / 1188 - w * (691 / 360_360 - w * (1 / 156 - w * (3617 / 122_400)));
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * tail)))) / z;
}
