/**
 * What stands in for the outside world in {@code ./joinvoices demo}: a catch-all mailbox, a fake
 * gateway for House and Senate, and the control of the clock. Absent under {@code serve}.
 *
 * <p>Personal data: whatever is typed into a demo, in clear files below its home; the pages say so.
 */
@NullMarked
package org.joinvoices.demo;

import org.jspecify.annotations.NullMarked;
