/**
 * What people switch off in an emergency, and on again: signing, mails, delivery, counts, pages.
 * Start at {@link org.joinvoices.platform.switches.Switch}; whoever pauses or resumes uses {@link
 * org.joinvoices.platform.switches.Switching}, whoever shows a page asks {@link
 * org.joinvoices.platform.switches.Switchboard}, and whoever works on the database asks it by
 * {@link org.joinvoices.platform.switches.Switches}.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.switches;

import org.jspecify.annotations.NullMarked;
