import { notWritten } from "../stub.ts";
import type { ConstantValue } from "./value.ts";

/** The value as gc prints it in messages: long strings and numbers are shortened. */
export function formatConstant(value: ConstantValue): string {
  return notWritten(value);
}

/** A byte string as a quoted Go string literal, as `strconv.Quote` writes it. */
export function quote(value: string): string {
  return notWritten(value);
}
