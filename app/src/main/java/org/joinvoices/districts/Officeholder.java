package org.joinvoices.districts;

import java.time.LocalDate;

/**
 * The person on a seat from-to.
 *
 * @param bioguide Biographical Directory of Congress id, for example {@code B000944}
 * @param name display name, for example {@code Sherrod Brown}
 * @param lastName for salutations
 * @param party as published, may be empty text
 * @param phone Washington office, {@code NNN-NNN-NNNN}, may be empty text
 * @param website may be empty text
 * @param from first day of the term
 * @param provisional true where the planned end of an appointment has passed and the data names no
 *     successor
 */
public record Officeholder(
    String bioguide,
    String name,
    String lastName,
    String party,
    String phone,
    String website,
    LocalDate from,
    boolean provisional) {}
