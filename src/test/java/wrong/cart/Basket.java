package wrong.cart;

public class Basket {}
