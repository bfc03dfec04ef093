/**
 * The petition book: PDF, CSV and manifest of everyone who joined before the deadline, and its
 * supplement.
 *
 * <p>Personal data: names and own words only as each signer allowed; files stay where the organizer
 * puts them.
 */
@NullMarked
package org.joinvoices.delivery.book;

import org.jspecify.annotations.NullMarked;
