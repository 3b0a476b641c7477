window.axeptioSettings={};
