/**
 * Tests of the code and the names in the documents. They are here because the class path
 * of the sample has all modules.
 */
@NullMarked
package io.ephemeral.sample.documents;

import org.jspecify.annotations.NullMarked;
