/**
 * Partners and links of a letter as organizers see them. Start at {@code PartnersController}; what
 * is done is {@code coalition}'s, which notes it in the audit trail.
 *
 * <p>Personal data: none; numbers below five are not shown.
 */
@NullMarked
package org.joinvoices.desk.partners;

import org.jspecify.annotations.NullMarked;
