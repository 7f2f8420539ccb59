import type { PacketCode, PacketReason } from '../api/generated/contract';
import words from '../../../assets/text/packets.vi.json';
import { filled } from './errors.vi';
import { problemWords } from './problems.vi';

/** Words for everything said of a ward's workbook: a code without words does not compile. */
export const PACKET_WORDS: Record<PacketCode, string> = words;

/** Why a file is passed over, or what should be known of it. */
export function packetWords(reason: PacketReason): string {
  if (reason.problem !== null) return problemWords(reason.problem);
  return filled(PACKET_WORDS[reason.code], reason.params);
}
