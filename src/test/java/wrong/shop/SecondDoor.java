package wrong.shop;

import org.springframework.stereotype.Service;

@Service
public class SecondDoor {}
