package org.joinvoices.desk;

/**
 * What {@code desk/say.jte} shows.
 *
 * @param path of the way on
 * @param label its words
 */
public record DeskSayView(DeskFrame desk, String lead, String path, String label) {}
