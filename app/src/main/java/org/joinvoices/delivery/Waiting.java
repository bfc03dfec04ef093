package org.joinvoices.delivery;

import java.time.Instant;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;

/**
 * Messages of one letter to one office that are due on a lane.
 *
 * @param since machine time at which the first became due
 */
record Waiting(ActionId action, Seat office, Instant since) {}
