/** A house in which every rule is broken once; {@code HouseRule} names the room. No Spring context scans it. */
package wrong;
