package iq.sendy.proofs;

import java.util.List;
import java.util.function.Function;

/**
 * A command as the shop on paper took it.
 *
 * @param paper what paper answers
 * @param sendy asks Sendy the same
 * @param signs what was seen by that: the command, its answer and the state that it met, as a run is to have seen them
 */
record Told(String paper, Function<RealDoors, String> sendy, List<String> signs) {}
