import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { anyText, civilDate, expectedSeq, regionCode } from '../door/shapes';

/** On the clocks of the province. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const when = { on: civilDate, time };
const place = z.string().min(1).max(200);
const regions = z.array(regionCode).max(1000);
const number = z.number().int().min(1).max(1_000_000);

export class CallMeetingBody extends createZodDto(z.object({ ...when, place, agenda: anyText, invited: regions.optional(), expectedSeq })) {}
export class MoveMeetingBody extends createZodDto(z.object({ ...when, place: place.optional(), reason: anyText, expectedSeq })) {}
export class CallOffMeetingBody extends createZodDto(z.object({ reason: anyText, expectedSeq })) {}
export class MeetingBody extends createZodDto(z.object({ heldOn: civilDate, invited: regions.default([]), attended: regions, /** The minutes in words; their file is put afterwards. */ minutes: anyText.optional(), call: number.optional(), expectedSeq })) {}
