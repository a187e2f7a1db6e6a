Letters.Run("");
