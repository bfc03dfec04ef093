/**
 * Signatures that organizers look at before they count, and what was decided about many at once.
 * Start at {@code ReviewController}; what is decided is carried out by {@code signing}, which notes
 * it in the audit trail.
 *
 * <p>Personal data: names of at most twenty signers, shown to an owner who asks for them, for the
 * length of one request.
 */
@NullMarked
package org.joinvoices.desk.review;

import org.jspecify.annotations.NullMarked;
