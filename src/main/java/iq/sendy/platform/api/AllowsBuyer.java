package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Authorization of an operation below a shop's public path that the access token of a buyer of that shop opens, and nothing
 * else. Whose it is its controller takes as a parameter.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowsBuyer {}
