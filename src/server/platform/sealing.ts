import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts what must be kept but never read in the database. */
export interface Sealer {
  /** `place` says where it belongs; it opens nowhere else. */
  seal(text: string, place: string): Buffer;
  /** The text, or null where the bytes, the key or the place are not those it was sealed with. */
  open(sealed: Buffer, place: string): string | null;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Seals with AES-256-GCM under a key of 64 hexadecimal digits, as `Secrets.keyFor` gives them. */
export function createSealer(keyHex: string): Sealer {
  const key = Buffer.from(keyHex, 'hex');
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return Buffer.concat([nonce, sealing.getAuthTag(), body]);
    },
    open(sealed, place) {
      const nonce = sealed.subarray(0, nonceBytes);
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
      try {
        const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
        opening.setAAD(Buffer.from(place)).setAuthTag(tag);
        const body = opening.update(sealed.subarray(nonceBytes + tagBytes));
        return Buffer.concat([body, opening.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
