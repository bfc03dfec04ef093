package org.joinvoices.platform.web;

import java.util.Map;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param house public address of this house without trailing slash
 * @param words texts of the frame itself; their language is the page's
 * @param title for the browser's tab
 * @param alternatives the same page in each language it has, language to path, each of which begins
 *     with its language; empty if only here
 * @param notice said at the top of every page of a demonstration
 * @param lasting true for pages that search engines may keep; false where the address holds a token
 * @param signedIn true at the desk, which is not without a cookie
 * @param refreshSeconds after which the page asks for itself again; 0: never
 * @param preview what programs are told of the page; empty where nothing is
 */
public record Frame(
    String house,
    Words words,
    String title,
    Map<String, String> alternatives,
    Optional<String> notice,
    boolean lasting,
    boolean signedIn,
    int refreshSeconds,
    Optional<Preview> preview) {

  public String language() {
    return words.language();
  }

  /** The same, asking for itself again after so many seconds. */
  public Frame refreshing(int seconds) {
    return new Frame(
        house, words, title, alternatives, notice, lasting, signedIn, seconds, preview);
  }

  /** The same, with what programs are told of the page. */
  public Frame previewed(Preview told) {
    return new Frame(
        house,
        words,
        title,
        alternatives,
        notice,
        lasting,
        signedIn,
        refreshSeconds,
        Optional.of(told));
  }

  /** The absolute address of a path here: search engines follow no others to a translation. */
  public String address(String path) {
    return house + path;
  }

  public String stylesheet() {
    return asset("site.css");
  }

  /**
   * The address of a style, script or icon, which changes with its content.
   *
   * @param name of a file that is there
   */
  public static String asset(String name) {
    return Asset.find(name).orElseThrow().path();
  }
}
