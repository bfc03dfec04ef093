/**
 * What officials answered, as organizers record it: a form, what is on record, and how something is
 * taken off it. What is done is done by the door of {@code accountability}, which puts it into the
 * audit trail.
 *
 * <p>Personal data: none. Who answers holds an office.
 */
@NullMarked
package org.joinvoices.desk.responses;

import org.jspecify.annotations.NullMarked;
