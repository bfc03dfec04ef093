package org.joinvoices.delivery.print;

import java.time.Instant;

/**
 * What a document says of itself.
 *
 * @param language of most of it, such as {@code en}
 * @param made date of the document; nothing in it comes from a clock
 */
public record Head(String title, String author, String subject, String language, Instant made) {}
