import { msg } from "@lingui/core/macro";
import type { Help } from "./Help";

export const help: Help = {
  what: msg`Sightings, rapid responders, groups and schools: what a community keeps to look after each other.`,
  words: [
    [msg`Sighting`, msg`Something that somebody saw. Others see it once a second person has confirmed it.`],
    [msg`Rapid responder`, msg`Somebody who agreed to go and look, in towns and hours that they chose.`],
  ],
  acts: [
    msg`Confirm a sighting, or mark it unfounded.`,
    msg`Cover faces and plates on a photo before others see it.`,
  ],
};
