package org.joinvoices.action;

/**
 * Why a publishing folder cannot be published, said to whoever wrote it.
 *
 * @param file name within the folder
 * @param line from 1
 * @param problem what is wrong, without a full stop
 * @param remedy what to write instead, a sentence
 */
public record Fault(String file, int line, String problem, String remedy) {

  /** As compilers print it, so that editors can jump there: {@code en.md:12: problem. Remedy}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + problem + ". " + remedy;
  }
}
