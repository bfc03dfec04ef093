package org.joinvoices.desk.delivery;

import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code void.jte} shows.
 *
 * @param path of the letter at the desk
 * @param packet its id
 * @param name as on its cover
 */
public record VoidView(
    DeskFrame desk, Words words, String title, String path, String packet, String name) {}
