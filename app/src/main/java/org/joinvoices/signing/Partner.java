package org.joinvoices.signing;

import java.util.Optional;

/**
 * An organization that has joined a letter and brings people to it, as everybody may know it.
 *
 * @param word its short name in addresses, lower-case letters, digits and hyphens
 * @param website an address of https
 */
public record Partner(PartnerId id, String word, String name, String website, Optional<Logo> logo) {

  /**
   * A picture of ours.
   *
   * @param path where it is served
   * @param width in pixels, as is the next
   */
  public record Logo(String path, int width, int height) {}
}
