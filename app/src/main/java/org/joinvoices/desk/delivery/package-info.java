/**
 * Deliveries as organizers see them and what they do about them: the queue, office by office, and
 * the worklist. Start at {@code QueueController} and {@code WorkController}; what is done is done
 * by the doors of {@code delivery}, which put it into the audit trail.
 *
 * <p>Personal data: none. Messages are told apart by the id under which the office knows them.
 */
@NullMarked
package org.joinvoices.desk.delivery;

import org.jspecify.annotations.NullMarked;
