package org.joinvoices.delivery;

import org.joinvoices.districts.Seat;

/** A number of letters for one office. */
public record OfficeLetters(Seat office, long letters) {}
