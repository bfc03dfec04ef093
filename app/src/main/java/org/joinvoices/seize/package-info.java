/**
 * Seizes a house of its own, with every key that lies there that day, and tries to tell its signers
 * from people who never signed and to read how to reach them. Start at {@link
 * org.joinvoices.seize.Seizure}; what may be found is told in {@link
 * org.joinvoices.seize.Baseline}, and docs/privacy.md says it to people.
 *
 * <p>The attack shares no code with what it attacks but the library of the ciphers: it knows the
 * formats, as whoever reads this source does.
 *
 * <p>Personal data: made up, in a folder that is deleted.
 */
@NullMarked
package org.joinvoices.seize;

import org.jspecify.annotations.NullMarked;
