/**
 * The rules that hold the structure of the code, for every module to apply to itself.
 */
@NullMarked
package io.dbregistry.architecture;

import org.jspecify.annotations.NullMarked;
