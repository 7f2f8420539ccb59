mod settling;
