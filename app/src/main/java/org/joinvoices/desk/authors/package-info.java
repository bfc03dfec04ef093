/**
 * The authors' room as organizers see it: the link, which texts are approved, a pause that is asked
 * for.
 *
 * <p>Personal data: the name authors chose and why they ask for a pause, for the length of one
 * request.
 */
@NullMarked
package org.joinvoices.desk.authors;

import org.jspecify.annotations.NullMarked;
