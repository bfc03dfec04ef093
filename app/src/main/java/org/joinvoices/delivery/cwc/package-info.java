/**
 * Communicating with Congress (CWC) 2.0: composing the XML of the House and Senate profiles,
 * checking it against the grammar, posting it, and sorting the answers. Sees no database.
 *
 * <p>Personal data: one message at a time, in memory.
 */
@NullMarked
package org.joinvoices.delivery.cwc;

import org.jspecify.annotations.NullMarked;
