/**
 * Message structures of the national immunization guide, release 1.5 (chapters 6 and 7). Segments in order, with
 * their usage and whether they repeat; ( … ) is a group. Optional segments that carry no immunization data (SFT, PV1,
 * GT1, IN1, TQ1, …) are not checked and may stand where HL7 lets them.
 */
export const STRUCTURES: Readonly<Record<string, string>> = {
  Z22: 'MSH PID [PD1] [NK1]* ( ORC RXA [RXR] ( OBX [NTE] )* )*',
  Z23: 'MSH MSA [ERR]*',
  Z31: 'MSH MSA [ERR] QAK QPD ( PID [PD1] [NK1]* )+',
  Z32: 'MSH MSA [ERR] QAK QPD PID [PD1] [NK1]* ( ORC RXA [RXR] ( OBX [NTE] )* )*',
  Z33: 'MSH MSA [ERR]* QAK QPD',
  Z34: 'MSH QPD RCP',
  Z42: 'MSH MSA [ERR] QAK QPD PID [PD1] ( ORC RXA [RXR] ( OBX )* )*',
  Z44: 'MSH QPD RCP',
};
