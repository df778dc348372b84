/**
 * The rules that hold the structure of this module.
 */
@NullMarked
package io.dbregistry.boot.architecture;

import org.jspecify.annotations.NullMarked;
